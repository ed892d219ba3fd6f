using CxoneAssist.Sandbox;

namespace CxoneAssist.Host.Cli.Sandbox.Report;

/// <summary>Faults as people call them.</summary>
internal static class FaultWords
{
    public static string Of(SandboxFault fault) => fault switch
    {
        SandboxFault.TooManyRequests => "429, wait given in seconds",
        SandboxFault.TooManyRequestsDated => "429, wait given as a date",
        SandboxFault.RateExceeded => "429, really too many",
        SandboxFault.Redirect => "redirected to another host",
        SandboxFault.SlowAnswer => "answered late",
        SandboxFault.ClientRejected => "client rejected",
        SandboxFault.ScopeWithheld => "scope withheld",
        SandboxFault.TokenRevoked => "token revoked before its time",
        SandboxFault.FormError => "form: 503",
        SandboxFault.FormHtml => "form: a web page instead",
        SandboxFault.FormLate => "form: not there yet",
        SandboxFault.CreateErrorBefore => "task: 500, not created",
        SandboxFault.CreateRedirected => "task: 307, created all the same",
        SandboxFault.CreateErrorAfter => "task: 500, created all the same",
        SandboxFault.CreateLostRequest => "task: cut off, not created",
        SandboxFault.CreateLostAnswer => "task: cut off, created all the same",
        SandboxFault.CreateWithoutId => "task: created, id not told",
        SandboxFault.CreateAccepted => "task: created, only accepted told",
        SandboxFault.LookUpRefused => "look-up refused",
        SandboxFault.LookUpUnfiltered => "look-up answered other tasks",
        SandboxFault.LookUpLag => "look-up: task not found yet",
        SandboxFault.NotifyError => "notification: 503",
        _ => fault.ToString(),
    };
}
