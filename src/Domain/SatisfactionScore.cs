namespace CxoneAssist.Domain;

/// <summary>
/// What a form says about the customer's satisfaction. One of the nested records; there are no
/// others.
/// </summary>
internal abstract record SatisfactionScore
{
    private SatisfactionScore()
    {
    }

    /// <summary>The customer gave a score within the scale.</summary>
    /// <param name="Value">The score.</param>
    /// <param name="Field">The field it was read from, as the policy names it.</param>
    public sealed record Answered(decimal Value, string Field) : SatisfactionScore;

    /// <summary>The customer gave no score.</summary>
    /// <param name="Reason">How that shows: no such field, or an empty one.</param>
    public sealed record Unanswered(string Reason) : SatisfactionScore;

    /// <summary>
    /// The form holds something that is no score of the scale; a person has to look.
    /// </summary>
    /// <param name="Reason">What is wrong with it.</param>
    public sealed record Invalid(string Reason) : SatisfactionScore;
}
