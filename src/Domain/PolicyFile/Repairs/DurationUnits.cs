namespace CxoneAssist.Domain.PolicyFile.Repairs;

/// <summary>
/// The words for units of time, in English and in the languages of neighbouring desks. A word that has two meanings
/// is not among them: the German <c>Werktag</c> may be a Saturday, and <c>m</c> alone is the format's minute.
/// </summary>
internal static class DurationUnits
{
    private static readonly (string Unit, string[] Words)[] All =
    [
        ("m", ["m", "min", "mins", "minute", "minutes", "minuten", "minuto", "minutos", "minuti"]),
        ("h", ["h", "hr", "hrs", "hour", "hours", "stunde", "stunden", "std", "heure", "heures", "hora", "horas", "ora", "ore", "uur"]),
        ("d", ["d", "day", "days", "tag", "tage", "tagen", "jour", "jours", "día", "días", "dia", "dias", "giorno", "giorni", "dag", "dagen"]),
        ("w", ["w", "wk", "wks", "week", "weeks", "woche", "wochen", "semaine", "semaines", "semana", "semanas", "settimana", "settimane", "weken"]),
        ("bd", ["arbeitstag", "arbeitstage", "arbeitstagen", "werkdag", "werkdagen"]),
    ];

    private static readonly string[] Business = ["b", "business", "working", "work"];

    /// <summary>The format's unit for a word; <c>null</c> where the word has none.</summary>
    public static string? Find(string words)
    {
        var word = NormalForm.Compose(words.Replace("-", " ", StringComparison.Ordinal).Trim().TrimEnd('.').ToLowerInvariant());
        var prefix = Business.Where(one => word.StartsWith(one, StringComparison.Ordinal)).MaxBy(one => one.Length) ?? "";
        var unit = Array.Find(All, one => one.Words.Contains(word[prefix.Length..].Trim())).Unit;
        return prefix.Length == 0 ? unit : unit is "h" or "d" ? "b" + unit : null;
    }
}
