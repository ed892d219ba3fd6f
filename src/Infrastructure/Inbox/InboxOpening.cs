using CxoneAssist.Application.Ports;
using Microsoft.Extensions.Hosting;

namespace CxoneAssist.Infrastructure.Inbox;

/// <summary>Opens the inbox before webhooks are served and work is claimed. Closing it is the container's last act.</summary>
internal sealed class InboxOpening(IFollowUpInbox inbox) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        inbox is IOpenedInbox opened ? opened.OpenAsync(cancellationToken) : Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
