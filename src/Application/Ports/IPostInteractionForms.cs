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

/// <summary>The outcome of reading a form. One of the nested classes.</summary>
public abstract class FormAnswer
{
    private FormAnswer()
    {
    }

    /// <summary>There is a form.</summary>
    /// <param name="form">The form.</param>
    public sealed class Found(PostInteractionForm form) : FormAnswer
    {
        /// <summary>The form.</summary>
        public PostInteractionForm Form { get; } = form;
    }

    /// <summary>There is no form, or not yet: customers answer late.</summary>
    public sealed class NotYet : FormAnswer;

    /// <summary>The form could not be read.</summary>
    /// <param name="failure">Why.</param>
    public sealed class Failed(CallFailure failure) : FormAnswer
    {
        /// <summary>Why it could not be read.</summary>
        public CallFailure Failure { get; } = failure;
    }
}
