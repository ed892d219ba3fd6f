namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>
/// The facts of an interaction in a survey file, in addition to the customer's answers.
/// </summary>
internal enum SurveyFact
{
    Interaction,
    Agent,
    Customer,
    Skill,
    Queue,
    Channel,
    Language,
    Completed,
    Received,
    Submitted,
}

/// <summary>The default columns of each fact; the first that exists counts.</summary>
internal static class SurveyFacts
{
    public static readonly int Count = Enum.GetValues<SurveyFact>().Length;

    public static IReadOnlyList<string> Columns(SurveyFact fact) => fact switch
    {
        SurveyFact.Interaction => ["interaction_id", "interactionId", "interaction"],
        SurveyFact.Agent => ["agent", "agent_id", "agentId"],
        SurveyFact.Customer => ["customer_id", "customerId", "customer"],
        SurveyFact.Skill => ["skill", "sub_category"],
        SurveyFact.Queue => ["queue", "category"],
        SurveyFact.Channel => ["channel"],
        SurveyFact.Language => ["language"],
        SurveyFact.Completed => ["completed_at", "completedAt", "responded_at", "timestamp"],
        SurveyFact.Received => ["received_at", "receivedAt"],
        _ => ["submitted_at", "submittedAt"],
    };

    /// <summary>The default columns of a score, after the one with its field's name.</summary>
    public static readonly IReadOnlyList<string> ScoreColumns = ["csat", "score"];

    public static string Name(SurveyFact fact) => fact.ToString().ToLowerInvariant();
}
