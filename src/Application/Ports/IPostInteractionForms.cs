using CxoneAssist.Domain;

namespace CxoneAssist.Application.Ports;

/// <summary>Where customers' forms are read.</summary>
public interface IPostInteractionForms
{
    /// <summary>Reads the form of an interaction.</summary>
    /// <param name="interactionId">The interaction's id.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The form, or that there is none yet, or what went wrong. Throws only when cancelled.</returns>
    Task<FormAnswer> ReadAsync(string interactionId, CancellationToken cancellationToken);
}

/// <summary>The outcome of reading a form. One of the nested records.</summary>
public abstract record FormAnswer
{
    private FormAnswer()
    {
    }

    /// <summary>There is a form.</summary>
    /// <param name="Form">The form.</param>
    public sealed record Found(PostInteractionForm Form) : FormAnswer;

    /// <summary>There is no form, or not yet: customers answer late.</summary>
    public sealed record NotYet : FormAnswer;

    /// <summary>The form could not be read.</summary>
    /// <param name="Failure">Why.</param>
    public sealed record Failed(CallFailure Failure) : FormAnswer;
}
