using System.Diagnostics.CodeAnalysis;
using CxoneAssist.Application;
using CxoneAssist.Application.Operators;
using CxoneAssist.Application.Ports;
using CxoneAssist.Domain;

namespace CxoneAssist.Host.Web.Operators;

/// <summary>
/// A question for follow-ups, as operators write it: the parameters of <c>GET /follow-ups</c>, which are the options of
/// <c>cxone-assist inbox list</c> too.
/// </summary>
internal sealed record FollowUpQuery
{
    public const int DefaultTake = 50;
    public const int GreatestTake = ListFollowUpsValidator.MostTaken;

    // A name that is longer is no slip.
    private const int LongestShown = 40;

    public FollowUpFilter Filter { get; init; } = new();

    public PagePosition? After { get; init; }

    public int Take { get; init; } = DefaultTake;

    /// <summary>What it was read from.</summary>
    public IReadOnlyList<KeyValuePair<string, string?>> Parameters { get; init; } = [];

    /// <summary>Reads parameters.</summary>
    /// <param name="given">Their names and values. One that is not known, given twice, blank or not valid is refused.</param>
    /// <param name="now">What a time that is so long ago counts from.</param>
    /// <param name="query">The question.</param>
    /// <param name="error">What is wrong, in a sentence that names the parameter and what it may be.</param>
    public static bool TryRead(
        IEnumerable<KeyValuePair<string, string>> given,
        DateTimeOffset now,
        [NotNullWhen(true)] out FollowUpQuery? query,
        [NotNullWhen(false)] out string? error)
    {
        List<KeyValuePair<string, string>> all = [.. given];
        (query, error) = (new FollowUpQuery { Parameters = [.. all.Select(one => KeyValuePair.Create(one.Key, (string?)one.Value))] }, null);
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (var (name, text) in all)
        {
            var parameter = FollowUpQueryParameter.All.FirstOrDefault(known => known.Name == name);
            error = parameter is null ? Unknown(name) : seen.Add(name) ? null : $"{name} is given twice: leave one of them out.";

            // A blank value is a variable that was not set: taken for "all", it would answer another question.
            query = error is null && !string.IsNullOrWhiteSpace(text) ? parameter!.Read(query, text, now) : null;
            if (query is null)
            {
                error ??= $"{name} must be {parameter!.Expected}.";
                return false;
            }
        }

        if (query.Filter is { Since: { } since, Until: { } until } && until <= since)
        {
            (query, error) = (null, "until must be later than since.");
        }

        return query is not null;
    }

    /// <summary>The same question, for the page that begins there.</summary>
    public FollowUpQuery From(PagePosition after) => this with
    {
        After = after,
        Parameters =
        [
            .. Parameters.Where(parameter => parameter.Key != "after"),
            new("after", after.ToString()),
        ],
    };

    private static string Unknown(string name)
    {
        var known = FollowUpQueryParameter.All.Select(parameter => parameter.Name).ToList();
        var shown = name.Length <= LongestShown ? name : name[..LongestShown] + "…";
        return $"There is no parameter '{shown}'.{NearestName.DidYouMean(shown, known)} Known are {string.Join(", ", known)}.";
    }
}
