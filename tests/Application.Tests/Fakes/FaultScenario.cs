using System.Text.Json;
using CsCheck;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Application.Tests.Fakes;

/// <summary>All faults that can occur while one follow-up is processed.</summary>
internal sealed record FaultScenario
{
    private static readonly Gen<CreateCall> AnyCreate =
        from outcome in Gen.Enum<CreateBehavior>()
        from paced in Gen.OneOf(0, 3, 40, 58)
        from lag in Gen.Int[0, 10]
        select new CreateCall(outcome, TimeSpan.FromSeconds(paced), TimeSpan.FromSeconds(lag));

    public IReadOnlyList<string> Forms { get; init; } = [];

    public IReadOnlyList<CreateCall> Creations { get; init; } = [];

    public IReadOnlyList<LookUpBehavior> Searches { get; init; } = [];

    public LookUpBehavior UsualSearch { get; init; }

    public IReadOnlyList<NotifyBehavior> Notices { get; init; } = [];

    public IReadOnlyList<(int Step, Fault Fate)> Faults { get; init; } = [];

    /// <summary>
    /// After how many steps the inbox is unavailable, and for how many saves; negative: the saves
    /// succeed, but their answers are lost.
    /// </summary>
    public IReadOnlyList<(int Step, int Saves)> Outages { get; init; } = [];

    public bool RestartsAtOnce { get; init; }

    public string? FallbackAssignee { get; init; }

    public UnconfirmedHandling OnUnconfirmed { get; init; }

    public int MaxAttempts { get; init; } = 8;

    /// <summary>
    /// All faults at a tenant that can search tasks: if a search answers, its answer is true.
    /// </summary>
    public static Gen<FaultScenario> WithSearch { get; } =
        from forms in Gen.OneOf("not yet", "busy", "broken", "throws").Array[0, 4]
        from creations in AnyCreate.Array[0, 5]
        from searches in Gen.OneOf(LookUpBehavior.Truth, LookUpBehavior.Throttled).Array[0, 8]
        from notices in Gen.Enum<NotifyBehavior>().Array[0, 4]
        from fates in Gen.Select(Gen.Int[0, 30], Gen.Enum<Fault>()).Array[0, 5]
        from outages in Gen.Select(Gen.Int[0, 20], Gen.OneOf(-2, -1, 1, 5, 9, 400)).Array[0, 2]
        from others in Gen.Select(Gen.Bool, Gen.Bool)
        select new FaultScenario
        {
            Forms = forms,
            Creations = creations,
            Searches = searches,
            Notices = notices,
            Faults = fates,
            Outages = outages,
            RestartsAtOnce = others.Item1,
            FallbackAssignee = others.Item2 ? "supervisor" : null,
        };

    /// <summary>
    /// The same at any tenant, whether its search works, is unsupported or fails.
    /// </summary>
    public static Gen<FaultScenario> AtAnyTenant { get; } =
        from scenario in WithSearch
        from searches in Gen.Enum<LookUpBehavior>().Array[0, 8]
        from usual in Gen.Enum<LookUpBehavior>().Where(search => search != LookUpBehavior.Throttled)
        from handling in Gen.Enum<UnconfirmedHandling>()
        from maxAttempts in Gen.Int[1, 8]
        select scenario with { Searches = searches, UsualSearch = usual, OnUnconfirmed = handling, MaxAttempts = maxAttempts };

    /// <summary>Runs one follow-up through the scenario to the end.</summary>
    public FlowHarness Run()
    {
        var harness = new FlowHarness { RestartsAtOnce = RestartsAtOnce };
        (harness.Options.FallbackAssignee, harness.Options.OnUnconfirmed, harness.Options.MaxAttempts) = (FallbackAssignee, OnUnconfirmed, MaxAttempts);
        Prepare(harness);
        harness.ReceiveAndRunToRestAsync().GetAwaiter().GetResult(); // Nothing in it waits: its clock jumps.
        return harness;
    }

    public override string ToString() => JsonSerializer.Serialize(this, Readable);

    private static readonly JsonSerializerOptions Readable = new()
    {
        IncludeFields = true,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    private void Prepare(FlowHarness harness)
    {
        Forms.ToList().ForEach(form => harness.Forms.Next.Enqueue(() => Answer(form)));
        Creations.ToList().ForEach(harness.Tasks.Creations.Enqueue);
        Searches.ToList().ForEach(harness.Tasks.Searches.Enqueue);
        harness.Tasks.UsualSearch = UsualSearch;
        Notices.ToList().ForEach(harness.Notifications.Next.Enqueue);
        Faults.ToList().ForEach(fate => harness.Journal.InjectAt(fate.Step, fate.Fate));
        harness.Journal.Happened = _ => Break(harness);
    }

    private void Break(FlowHarness harness)
    {
        foreach (var (_, saves) in Outages.Where(outage => outage.Step == harness.Journal.Steps.Count))
        {
            (harness.Inbox.AwayFor, harness.Inbox.AnswersLost) = saves < 0 ? (0, -saves) : (saves, 0);
        }
    }

    private static FormAnswer Answer(string form) => form switch
    {
        "not yet" => new FormAnswer.NotYet(),
        "busy" => FakeForms.Failed(FailureKind.Unavailable),
        "broken" => FakeForms.Failed(FailureKind.Unknown),
        _ => throw new InvalidOperationException("A defect of the adapter."),
    };
}
