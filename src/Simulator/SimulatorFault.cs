namespace CxoneAssist.Simulator;

/// <summary>
/// The kinds of fault that the ledger counts when they occur; <see cref="SimulatorFaults"/>
/// configures them.
/// </summary>
public enum SimulatorFault
{
    /// <summary>429 with <c>Retry-After</c> in seconds.</summary>
    TooManyRequests,

    /// <summary>429 with <c>Retry-After</c> as an HTTP date.</summary>
    TooManyRequestsDated,

    /// <summary>429 because the calls really exceeded the rate.</summary>
    RateExceeded,

    /// <summary>A redirect to another host.</summary>
    Redirect,

    /// <summary>Answered late, after the call was executed.</summary>
    SlowAnswer,

    /// <summary>The client was not accepted.</summary>
    ClientRejected,

    /// <summary>
    /// A scope was left out of a token, or a call was refused because its scope is withheld.
    /// </summary>
    ScopeWithheld,

    /// <summary>A token was refused before its lifetime was over.</summary>
    TokenRevoked,

    /// <summary>503 for a form.</summary>
    FormError,

    /// <summary>200 with HTML for a form.</summary>
    FormHtml,

    /// <summary>404 for a form that exists.</summary>
    FormLate,

    /// <summary>500, and the task was not created.</summary>
    CreateErrorBefore,

    /// <summary>500, although the task exists.</summary>
    CreateErrorAfter,

    /// <summary>Connection cut, and the task was not created.</summary>
    CreateLostRequest,

    /// <summary>Connection cut, although the task exists.</summary>
    CreateLostAnswer,

    /// <summary>201 without the task's id.</summary>
    CreateWithoutId,

    /// <summary>202 without the task's id.</summary>
    CreateAccepted,

    /// <summary>Tasks cannot be looked up.</summary>
    LookUpRefused,

    /// <summary>A look-up returned the newest tasks of any interaction.</summary>
    LookUpUnfiltered,

    /// <summary>A look-up left out a task that is too new to be found.</summary>
    LookUpLag,

    /// <summary>503 for a notification.</summary>
    NotifyError,

    /// <summary>307 to the same address, although the task exists.</summary>
    CreateRedirected,

    /// <summary>403 for the form of an interaction.</summary>
    FormDenied,

    /// <summary>404 for a notification, whose agent is unknown.</summary>
    UnknownAgent,
}
