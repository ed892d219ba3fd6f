using CxoneAssist.Application.Ports;
using MediatR;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>The operators' queries and commands, the host's own ones, on an opened inbox.</summary>
internal sealed class InboxDesk : IAsyncDisposable
{
    private readonly IFollowUpRecords _records;
    private readonly ServiceProvider _services;

    public InboxDesk(IFollowUpRecords records, TimeProvider time)
    {
        _records = records;

        // Given here, it is used instead of the inbox that would be opened with a host. Nothing else of these services is started.
        _services = new ServiceCollection()
            .AddSingleton(time)
            .AddSingleton(records)
            .AddLogging()
            .AddCxoneAssist(new ConfigurationBuilder().Build()).Services
            .BuildServiceProvider();
    }

    /// <exception cref="InboxUnavailableException">The database cannot be used now.</exception>
    /// <exception cref="FluentValidation.ValidationException">It cannot be asked for.</exception>
    public Task<TResult> SendAsync<TRequest, TResult>(TRequest request, CancellationToken cancellationToken)
        where TRequest : IRequest<TResult> =>
        _services.GetRequiredService<IRequestHandler<TRequest, TResult>>().Handle(request, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        if (_records is IAsyncDisposable opened)
        {
            await opened.DisposeAsync();
        }
    }
}
