using System.Text.Json;
using Json.Schema;

namespace CxoneAssist.Domain.Tests.PolicyFile;

/// <summary>The published schema, evaluated as in an editor.</summary>
internal static class PolicySchema
{
    private static readonly JsonSchema Schema = JsonSchema.FromText(FollowUpPolicyFile.Schema);

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static bool Accepts(byte[] utf8)
    {
        using var document = JsonDocument.Parse(utf8, Lenient);
        return Schema.Evaluate(document.RootElement).IsValid;
    }
}
