namespace CxoneAssist.Host.Cli.Surveys.Columns;

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

/// <summary>
/// The default columns of each fact, compared by letters and digits alone; the first that exists counts.
/// </summary>
internal static class SurveyFacts
{
    public static readonly int Count = Enum.GetValues<SurveyFact>().Length;

    public static IReadOnlyList<string> Columns(SurveyFact fact) => fact switch
    {
        SurveyFact.Interaction => ["interaction_id", "interaction"],
        SurveyFact.Agent => ["agent", "agent_id", "agent_name"],
        SurveyFact.Customer => ["customer_id", "customer"],
        SurveyFact.Skill => ["skill", "sub_category"],
        SurveyFact.Queue => ["queue", "category"],
        SurveyFact.Channel => ["channel"],
        SurveyFact.Language => ["language"],
        SurveyFact.Completed => ["completed_at", "responded_at", "timestamp"],
        SurveyFact.Received => ["received_at"],
        // Those of Microsoft Forms, SurveyMonkey and Qualtrics.
        _ => ["submitted_at", "completion_time", "date_modified", "end_date"],
    };

    public static string Name(SurveyFact fact) => fact.ToString().ToLowerInvariant();
}
