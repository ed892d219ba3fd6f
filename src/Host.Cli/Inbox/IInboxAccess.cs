using CxoneAssist.Application;
using CxoneAssist.Application.Operators;
using CxoneAssist.Host.Web.Operators;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>An inbox that a command works on: opened by itself, or through a running host.</summary>
internal interface IInboxAccess : IAsyncDisposable
{
    Task<FollowUpPage> ListAsync(FollowUpQuery query, CancellationToken cancellationToken);

    Task<FollowUpDetails?> GetAsync(string interactionId, CancellationToken cancellationToken);

    Task<OperatorActionResult> ReplayAsync(string interactionId, string note, CancellationToken cancellationToken);

    Task<OperatorActionResult> ConfirmAsync(string interactionId, string taskId, string note, CancellationToken cancellationToken);

    Task<OperatorActionResult> DiscardAsync(string interactionId, string note, CancellationToken cancellationToken);

    Task<ForgetCustomerResult> ForgetCustomerAsync(string customer, string note, CancellationToken cancellationToken);
}
