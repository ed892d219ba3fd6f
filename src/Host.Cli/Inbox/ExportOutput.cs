using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CxoneAssist.Application;
using CxoneAssist.Host.Cli.CommandLine;
using CxoneAssist.Host.Cli.Console;
using CxoneAssist.Host.Web.Operators;

namespace CxoneAssist.Host.Cli.Inbox;

/// <summary>All that is kept of a customer. A document in either case: it is made to be given away.</summary>
internal sealed class ExportOutput(string customer, DateTimeOffset at, IReadOnlyList<FollowUpDetails> found) : CommandResult
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override int Code => found.Count > 0 ? ExitCode.Ok : ExitCode.Findings;

    public override void Show(Terminal terminal)
    {
        using var document = new MemoryStream();
        using (var json = new Utf8JsonWriter(document, Readable))
        {
            Write(json);
        }

        terminal.WriteVerbatim(Encoding.UTF8.GetString(document.ToArray()));
    }

    public override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("customerId", customer);
        json.WriteString("exportedAt", at.UtcDateTime);
        json.WriteStartArray("followUps");
        foreach (var followUp in found)
        {
            JsonSerializer.Serialize(json, followUp, FollowUpJson.Default.FollowUpDetails);
        }

        json.WriteEndArray();
        if (found.Count == 0)
        {
            json.WriteString("explanation", "No follow-up with contents of this customer is kept: check the id.");
        }

        json.WriteEndObject();
    }
}
