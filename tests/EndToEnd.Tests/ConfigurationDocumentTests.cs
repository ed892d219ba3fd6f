using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using CxoneAssist.Application;
using CxoneAssist.AspNetCore.Webhooks;
using CxoneAssist.Host.Web.Operators;
using CxoneAssist.Host.Web.Startup;
using CxoneAssist.Infrastructure.Cxone;
using CxoneAssist.Infrastructure.Inbox;
using CxoneAssist.Infrastructure.Policies;
using RangeAttribute = System.ComponentModel.DataAnnotations.RangeAttribute;

namespace CxoneAssist.EndToEnd.Tests;

/// <summary>
/// The table in docs/configuration.md is made from the options: their names, defaults, ranges and summaries.
/// <c>CXONEASSIST_RECORD</c> writes it anew.
/// </summary>
public sealed partial class ConfigurationDocumentTests
{
    private const string Begin = "<!-- settings -->";
    private const string End = "<!-- end of settings -->";

    private static readonly (string Section, Type Options)[] Sections =
    [
        ("CxoneAssist:Cxone", typeof(CxoneOptions)),
        ("CxoneAssist:FollowUp", typeof(FollowUpOptions)),
        ("CxoneAssist:Policy", typeof(PolicyOptions)),
        ("CxoneAssist:Webhook", typeof(WebhookOptions)),
        ("CxoneAssist:Inbox", typeof(InboxOptions)),
        ("CxoneAssist:Operators", typeof(OperatorOptions)),
    ];

    [Test]
    public void Table_InTheDocument_IsThatOfTheOptions()
    {
        var file = Repository.At("docs", "configuration.md");
        var document = File.ReadAllText(file);
        var (from, to) = (document.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length, document.IndexOf(End, StringComparison.Ordinal));
        var table = $"\n\n| setting | short name | default | range | meaning |\n|---|---|---|---|---|\n{Rows()}\n";
        if (Environment.GetEnvironmentVariable("CXONEASSIST_RECORD") is { Length: > 0 })
        {
            File.WriteAllText(file, document[..from] + table + document[to..]);
        }

        Assert.That(document[from..to], Is.EqualTo(table));
    }

    private static string Rows()
    {
        var rows = new StringBuilder();
        foreach (var (section, type) in Sections)
        {
            Add(rows, section, Activator.CreateInstance(type)!);
        }

        return rows.ToString();
    }

    private static void Add(StringBuilder rows, string section, object options)
    {
        foreach (var property in options.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).OrderBy(one => one.MetadataToken))
        {
            var (key, value) = ($"{section}:{property.Name}", property.GetValue(options));
            if (value is not (null or string or IEnumerable) && value.GetType().IsClass)
            {
                Add(rows, key, value);
                continue;
            }

            rows.Append(CultureInfo.InvariantCulture, $"| `{key}` | {ShortName(key)} | {Shown(value)} | {Range(property)} | {Meaning(property)} |\n");
        }
    }

    private static string ShortName(string key) => Settings.Aliases.Append(("CXONE_WEBHOOK_SECRET", "CxoneAssist:Webhook:Secrets"))
        .Where(name => name.Item2 == key).Select(name => $"`{name.Item1}`").FirstOrDefault() ?? "";

    private static string Shown(object? value) => value switch
    {
        null or "" => "none",
        string text => $"`{text}`",
        bool yes => yes ? "`true`" : "`false`",
        IEnumerable list => list.Cast<object>().Any() ? $"`{string.Join(' ', list.Cast<object>())}`" : "none",
        _ => $"`{string.Format(CultureInfo.InvariantCulture, "{0}", value)}`",
    };

    private static string Range(PropertyInfo property)
    {
        if (property.GetCustomAttribute<RangeAttribute>() is not { } range)
        {
            return property.PropertyType.IsEnum ? string.Join(", ", Enum.GetNames(property.PropertyType).Select(name => $"`{name}`")) : "";
        }

        range.ParseLimitsInInvariantCulture = true;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        range.IsValid(type == typeof(TimeSpan) ? TimeSpan.Zero : 0d);
        return string.Create(CultureInfo.InvariantCulture, $"{(range.MinimumIsExclusive ? "above " : "")}{range.Minimum} to {range.Maximum}");
    }

    private static string Meaning(PropertyInfo property)
    {
        var documented = XDocument.Load(Path.ChangeExtension(property.DeclaringType!.Assembly.Location, ".xml")).Descendants("member")
            .Single(member => member.Attribute("name")!.Value == $"P:{property.DeclaringType.FullName}.{property.Name}").Element("summary")!;
        foreach (var code in documented.Descendants().ToList())
        {
            code.ReplaceWith($"`{(code.Attribute("cref")?.Value is { } reference ? reference[(reference.LastIndexOf('.') + 1)..] : code.Value)}`");
        }

        // The default has a column of its own.
        var text = Default().Replace(Blanks().Replace(documented.Value, " ").Trim(), "");
        return text.Replace("|", "\\|", StringComparison.Ordinal).Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"(^|(?<=[.] ))Default [^.]*(\.(?! |$)[^.]*)*\.( |$)")]
    private static partial Regex Default();
}
