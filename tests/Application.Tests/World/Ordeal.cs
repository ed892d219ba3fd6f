using System.Text.Json;
using CsCheck;
using CxoneAssist.Application.Ports;

namespace CxoneAssist.Application.Tests.World;

/// <summary>Everything that may befall one follow-up on its way.</summary>
internal sealed record Ordeal
{
    private static readonly Gen<Create> AnyCreate =
        from outcome in Gen.Enum<Creation>()
        from paced in Gen.OneOf(0, 3, 40, 58)
        from lag in Gen.Int[0, 10]
        select new Create(outcome, TimeSpan.FromSeconds(paced), TimeSpan.FromSeconds(lag));

    public IReadOnlyList<string> Forms { get; init; } = [];

    public IReadOnlyList<Create> Creations { get; init; } = [];

    public IReadOnlyList<Search> Searches { get; init; } = [];

    public Search UsualSearch { get; init; }

    public IReadOnlyList<Notice> Notices { get; init; } = [];

    public IReadOnlyList<(int Step, Fate Fate)> Fates { get; init; } = [];

    /// <summary>After how many steps the inbox is away, and for how many saves; negative: its answers are lost instead.</summary>
    public IReadOnlyList<(int Step, int Saves)> Outages { get; init; } = [];

    public bool RestartsAtOnce { get; init; }

    public string? FallbackAssignee { get; init; }

    public UnconfirmedHandling OnUnconfirmed { get; init; }

    public int MaxAttempts { get; init; } = 8;

    /// <summary>Whatever may happen where tasks can be looked up: no search says anything but the truth, if it answers at all.</summary>
    public static Gen<Ordeal> WithSearch { get; } =
        from forms in Gen.OneOf("not yet", "busy", "broken", "throws").Array[0, 4]
        from creations in AnyCreate.Array[0, 5]
        from searches in Gen.OneOf(Search.Truth, Search.Throttled).Array[0, 8]
        from notices in Gen.Enum<Notice>().Array[0, 4]
        from fates in Gen.Select(Gen.Int[0, 30], Gen.Enum<Fate>()).Array[0, 5]
        from outages in Gen.Select(Gen.Int[0, 20], Gen.OneOf(-2, -1, 1, 5, 9, 400)).Array[0, 2]
        from others in Gen.Select(Gen.Bool, Gen.Bool)
        select new Ordeal
        {
            Forms = forms,
            Creations = creations,
            Searches = searches,
            Notices = notices,
            Fates = fates,
            Outages = outages,
            RestartsAtOnce = others.Item1,
            FallbackAssignee = others.Item2 ? "supervisor" : null,
        };

    /// <summary>The same at any tenant, whether it can search, cannot, or fails at it.</summary>
    public static Gen<Ordeal> AtAnyTenant { get; } =
        from ordeal in WithSearch
        from searches in Gen.Enum<Search>().Array[0, 8]
        from usual in Gen.Enum<Search>().Where(search => search != Search.Throttled)
        from handling in Gen.Enum<UnconfirmedHandling>()
        from maxAttempts in Gen.Int[1, 8]
        select ordeal with { Searches = searches, UsualSearch = usual, OnUnconfirmed = handling, MaxAttempts = maxAttempts };

    /// <summary>A contact centre that goes through it to the end.</summary>
    public ContactCentre Undergo()
    {
        var centre = new ContactCentre { RestartsAtOnce = RestartsAtOnce };
        (centre.Options.FallbackAssignee, centre.Options.OnUnconfirmed, centre.Options.MaxAttempts) = (FallbackAssignee, OnUnconfirmed, MaxAttempts);
        Prepare(centre);
        centre.ReceiveAndRunToRestAsync().GetAwaiter().GetResult(); // Nothing in it waits: its clock jumps.
        return centre;
    }

    public override string ToString() => JsonSerializer.Serialize(this, Readable);

    private static readonly JsonSerializerOptions Readable = new()
    {
        IncludeFields = true,
        Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() },
    };

    private void Prepare(ContactCentre centre)
    {
        Forms.ToList().ForEach(form => centre.Forms.Next.Enqueue(() => Answer(form)));
        Creations.ToList().ForEach(centre.Tasks.Creations.Enqueue);
        Searches.ToList().ForEach(centre.Tasks.Searches.Enqueue);
        centre.Tasks.UsualSearch = UsualSearch;
        Notices.ToList().ForEach(centre.Notifications.Next.Enqueue);
        Fates.ToList().ForEach(fate => centre.Journal.Ordain(fate.Step, fate.Fate));
        centre.Journal.Happened = _ => Break(centre);
    }

    private void Break(ContactCentre centre)
    {
        foreach (var (_, saves) in Outages.Where(outage => outage.Step == centre.Journal.Steps.Count))
        {
            (centre.Inbox.AwayFor, centre.Inbox.AnswersLost) = saves < 0 ? (0, -saves) : (saves, 0);
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
