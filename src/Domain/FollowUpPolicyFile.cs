using System.Security.Cryptography;
using CxoneAssist.Domain.PolicyFile.Json;
using CxoneAssist.Domain.PolicyFile;

namespace CxoneAssist.Domain;

/// <summary>
/// A follow-up policy as a JSON file. Comments and trailing commas are allowed; what the format
/// does not know is refused.
/// </summary>
public static class FollowUpPolicyFile
{
    /// <summary>The most bytes a file may have: 1 MiB.</summary>
    public const int MaxBytes = PositionedJsonParser.MaxBytes;

    private static string? _schema;

    private const string SchemaName = "follow-up-policy.schema.json";

    /// <summary>
    /// The JSON Schema (2020-12) of the format, for editors. The reader checks more: places in
    /// time, orders, names of zones.
    /// </summary>
    public static string Schema => _schema ??= LoadSchema();

    /// <summary>Reads a policy.</summary>
    /// <param name="utf8">The file's bytes, UTF-8 with or without a byte order mark.</param>
    /// <returns>
    /// The policy, or all that is wrong with the file. Never throws, whatever the bytes.
    /// </returns>
    /// <example>
    /// <code>
    /// var reading = FollowUpPolicyFile.Read(File.ReadAllBytes("policy.json"));
    /// var inForce = reading.Policy ?? throw new InvalidOperationException(string.Join('\n', reading.Problems));
    /// </code>
    /// </example>
    public static PolicyReadResult Read(ReadOnlySpan<byte> utf8)
    {
        var text = utf8.StartsWith("\uFEFF"u8) ? utf8[3..] : utf8;
        var document = new JsonSource(text[..Math.Min(text.Length, MaxBytes)].ToArray());
        var problems = new ProblemList(document);
        var root = PositionedJsonParser.Parse(text, out var offset, out var message);
        if (root is null)
        {
            problems.Add(offset, JsonPath.Root, message);
            return new PolicyReadResult(null, problems, null, document);
        }

        var policy = PolicyReader.Read(root, problems);
        return new PolicyReadResult(policy, problems, root, document);
    }

    /// <summary>
    /// Writes a policy in its canonical form: members in the order of the documentation, defaults
    /// left out where the format lets one, two spaces an indent, no comments. Reading it gives an
    /// equal policy, and writing that one the same text, as long as the policy keeps within the
    /// format's bounds: durations of at most a year, names of at most 200 characters on one line.
    /// </summary>
    /// <param name="policy">The policy.</param>
    /// <returns>UTF-8 JSON ending with a line break.</returns>
    public static byte[] Write(FollowUpPolicy policy)
    {
        ArgumentNullException.ThrowIfNull(policy);
        return PolicyWriter.Write(policy);
    }

    private static string LoadSchema()
    {
        using var stream = typeof(FollowUpPolicyFile).Assembly.GetManifestResourceStream(SchemaName)
            ?? throw new System.Diagnostics.UnreachableException();
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    internal static string HashOf(FollowUpPolicy policy) => Convert.ToHexStringLower(SHA256.HashData(Write(policy)));
}
