using CxoneAssist.Simulator;

namespace CxoneAssist.Host.Cli.Sandbox.Report;

/// <summary>The texts for faults.</summary>
internal static class FaultText
{
    public static string Describe(SimulatorFault fault) => fault switch
    {
        SimulatorFault.TooManyRequests => "429, wait given in seconds",
        SimulatorFault.TooManyRequestsDated => "429, wait given as a date",
        SimulatorFault.RateExceeded => "429, rate exceeded",
        SimulatorFault.Redirect => "redirected to another host",
        SimulatorFault.SlowAnswer => "answered late",
        SimulatorFault.ClientRejected => "client rejected",
        SimulatorFault.ScopeWithheld => "scope withheld",
        SimulatorFault.TokenRevoked => "token revoked before its time",
        SimulatorFault.FormError => "form: 503",
        SimulatorFault.FormHtml => "form: a web page instead",
        SimulatorFault.FormDenied => "form: denied, 403",
        SimulatorFault.FormLate => "form: not there yet",
        SimulatorFault.CreateErrorBefore => "task: 500, not created",
        SimulatorFault.CreateRedirected => "task: 307, created all the same",
        SimulatorFault.CreateErrorAfter => "task: 500, created all the same",
        SimulatorFault.CreateLostRequest => "task: cut off, not created",
        SimulatorFault.CreateLostAnswer => "task: cut off, created all the same",
        SimulatorFault.CreateWithoutId => "task: created, answer without id",
        SimulatorFault.CreateAccepted => "task: created, answer 202",
        SimulatorFault.LookUpRefused => "look-up refused",
        SimulatorFault.LookUpUnfiltered => "look-up answered other tasks",
        SimulatorFault.LookUpLag => "look-up: task not found yet",
        SimulatorFault.NotifyError => "notification: 503",
        SimulatorFault.UnknownAgent => "notification: unknown agent, 404",
        _ => fault.ToString(),
    };
}
