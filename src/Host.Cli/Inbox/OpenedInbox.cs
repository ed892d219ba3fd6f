using CxoneAssist.Application;
using CxoneAssist.Application.Operators;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Web.Operators;
using Microsoft.Extensions.DependencyInjection;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>An inbox that the tool opened. What is done is kept under the name of the user of this machine.</summary>
internal sealed class OpenedInbox(ServiceProvider services) : IInboxAccess
{
    private static readonly string Actor = $"{Environment.UserName}, by cxone-assist";

    private readonly IFollowUpOperations _operations = services.GetRequiredService<IFollowUpOperations>();

    public Task<FollowUpPage> ListAsync(FollowUpQuery query, CancellationToken cancellationToken) =>
        ValidAsync(() => _operations.ListAsync(query.Filter, query.After, query.Take, cancellationToken));

    public Task<FollowUpDetails?> GetAsync(string interactionId, CancellationToken cancellationToken) =>
        ValidAsync(() => _operations.GetAsync(interactionId, cancellationToken));

    public Task<OperatorActionResult> ReplayAsync(string interactionId, string note, CancellationToken cancellationToken) =>
        ValidAsync(() => _operations.ReplayAsync(interactionId, note, Actor, cancellationToken));

    public Task<OperatorActionResult> ConfirmAsync(string interactionId, string taskId, string note, CancellationToken cancellationToken) =>
        ValidAsync(() => _operations.ConfirmAsync(interactionId, taskId, note, Actor, cancellationToken));

    public Task<OperatorActionResult> DiscardAsync(string interactionId, string note, CancellationToken cancellationToken) =>
        ValidAsync(() => _operations.DiscardAsync(interactionId, note, Actor, cancellationToken));

    public Task<ForgetCustomerResult> ForgetCustomerAsync(string customer, string note, CancellationToken cancellationToken) =>
        ValidAsync(() => _operations.ForgetCustomerAsync(customer, note, Actor, cancellationToken));

    public ValueTask DisposeAsync() => services.DisposeAsync();

    // The operations refuse an invalid id or note with a message for people.
    private static async Task<TResult> ValidAsync<TResult>(Func<Task<TResult>> operation)
    {
        try
        {
            return await operation();
        }
        catch (ArgumentException invalid)
        {
            throw new CommandFailure(invalid.Message, ExitCode.Usage);
        }
    }
}
