using CxoneAssist.Application.Ports;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Cxone.Workflow;

/// <summary>
/// Asks by default only for the scopes of the calls that are made: a client that has no others would be refused, or
/// reported as lacking them.
/// </summary>
internal sealed class ScopesInUse(CxoneUse use) : IPostConfigureOptions<CxoneOptions>
{
    private static readonly (Type Port, CallKind Kind)[] Calls =
    [
        (typeof(IPostInteractionForms), CallKind.ReadForm),
        (typeof(IWorkflowTasks), CallKind.CreateTask),
        (typeof(IAgentNotifications), CallKind.NotifyAgent),
    ];

    public void PostConfigure(string? name, CxoneOptions options)
    {
        if (options.Scopes == CxoneOptions.DefaultScopes && Array.Exists(Calls, call => use.IsPossible(call.Port)))
        {
            options.Scopes = string.Join(
                ' ', Calls.Where(call => use.IsPossible(call.Port)).Select(call => WorkflowScopes.For(call.Kind)));
        }
    }
}
