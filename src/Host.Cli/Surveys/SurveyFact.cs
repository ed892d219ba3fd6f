namespace CxoneAssist.Host.Cli.Surveys;

/// <summary>What a survey file can say of an interaction, beside the customer's answers.</summary>
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

/// <summary>The columns that facts are looked for in where nobody says otherwise; the first that is there counts.</summary>
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

    /// <summary>The columns that a score is looked for in after the one named as its field.</summary>
    public static readonly IReadOnlyList<string> ScoreColumns = ["csat", "score"];

    public static string Name(SurveyFact fact) => fact.ToString().ToLowerInvariant();
}
