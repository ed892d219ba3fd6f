using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using CxoneAssist.Domain.Tests.Samples;

namespace CxoneAssist.Domain.Tests.PolicyFile;

internal sealed class PolicyFileProperties
{
    private static readonly byte[][] Valid = [.. SamplePolicyTests.Names.Select(SamplePolicyTests.Read)];

    private static readonly Gen<byte[]> Mutated =
        from file in Gen.OneOf(Valid)
        from changes in Gen.Select(Gen.Int[0, 100_000], Gen.Byte, Gen.Int[0, 3]).Array[1, 6]
        select changes.Aggregate(file, (bytes, change) => Change(bytes, change.Item1 % bytes.Length, change.Item2, change.Item3));

    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly Gen<byte[]> NamedAlike =
        from file in Gen.OneOf(Valid)
        from at in Gen.Int[0, 1_000]
        from alike in Gen.OneOf<Func<string, string>>(
            name => " " + name, name => name + "\t", name => name.ToUpperInvariant(), name => $" {name.ToUpperInvariant()} ")
        select RepeatMember(file, at, alike);

    [Test]
    public void Write_AnyPolicy_IsReadAsTheSameAndWrittenAsTheSame() => ArbitraryPolicy.Any.ShouldHold(policy =>
    {
        var written = FollowUpPolicyFile.Write(policy);
        var again = FollowUpPolicyFile.Read(written).Policy!;
        return PolicyText.Of(again) == PolicyText.Of(policy)
            && FollowUpPolicyFile.Write(again).AsSpan().SequenceEqual(written)
            && again.Hash == policy.Hash;
    });

    [Test]
    public void Write_AnyPolicy_FitsTheSchema() =>
        ArbitraryPolicy.Any.ShouldHold(policy => PolicySchema.Accepts(FollowUpPolicyFile.Write(policy)), 1_000);

    [TestCaseSource(typeof(SamplePolicyTests), nameof(SamplePolicyTests.Names))]
    public void Sample_FitsTheSchema(string name) => Assert.That(PolicySchema.Accepts(SamplePolicyTests.Read(name)), Is.True);

    [Test]
    public void Read_AnyBytes_NeverThrows() => Gen.OneOf(
        Gen.Byte.Array[0, 200],
        Gen.String["{}[]\",:0123456789.eE+-truefalsn \n/*\\u"].Select(Encoding.UTF8.GetBytes)).ShouldHold(IsPolicyOrProblems);

    [Test]
    public void Read_MutatedPolicy_NeverThrows() => Mutated.ShouldHold(IsPolicyOrProblems);

    [Test]
    public void Read_MemberRepeatedUnderANameAlike_NeverThrows() => NamedAlike.ShouldHold(IsPolicyOrProblems, 2_000);

    // What the reader takes, the schema takes: an editor never marks what is right.
    [Test]
    public void Read_MutatedPolicyThatIsTaken_FitsTheSchema() => Mutated.ShouldHold(bytes =>
        FollowUpPolicyFile.Read(bytes).Policy is null || PolicySchema.Accepts(bytes), 2_000);

    [Test]
    public void Read_PolicyCutOffAnywhere_IsRefused([Range(0, 3)] int sample)
    {
        var bytes = Valid[sample];
        // The last byte is a line break, the one before it closes the document.
        var taken = Enumerable.Range(0, bytes.Length - 1).Where(length => FollowUpPolicyFile.Read(bytes.AsSpan(0, length)).Policy is not null);

        Assert.That(taken, Is.Empty);
    }

    [Test]
    public void Lint_AnyPolicyAndAnyDay_NeverThrows() =>
        Gen.Select(Gen.OneOf(ArbitraryPolicy.Any.Select(FollowUpPolicyFile.Write), Mutated), Gen.DateOnly).ShouldHold(
            pair => PolicyLint.Check(FollowUpPolicyFile.Read(pair.Item1), pair.Item2).All(finding =>
                finding is { Line: > 0, Column: > 0, Message.Length: > 0, Remedy.Length: > 0 } && finding.Path.StartsWith('$')), 300);

    private static bool IsPolicyOrProblems(byte[] bytes)
    {
        var reading = FollowUpPolicyFile.Read(bytes);
        return reading.Policy is null
            ? reading.Problems.Count > 0 && reading.Problems.All(problem => problem is { Line: > 0, Column: > 0 } && IsSentence(problem.Message))
            : reading.Problems.Count == 0;
    }

    private static byte[] RepeatMember(byte[] file, int at, Func<string, string> alike)
    {
        var root = JsonNode.Parse(file, documentOptions: Lenient)!;
        var members = Objects(root).SelectMany(one => one.Select(member => (Object: one, member.Key, member.Value))).ToList();
        var (owner, key, value) = members[at % members.Count];
        owner[alike(key)] = value?.DeepClone();
        return Encoding.UTF8.GetBytes(root.ToJsonString());
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject one => one.Select(member => member.Value).SelectMany(Objects).Prepend(one),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };

    private static bool IsSentence(string text) => text.Length > 0 && text[^1] is '.' or '?' && !text.Any(char.IsControl);

    private static byte[] Change(byte[] bytes, int at, byte with, int kind) => kind switch
    {
        0 => [.. bytes[..at], with, .. bytes[(at + 1)..]],
        1 => [.. bytes[..at], .. bytes[(at + 1)..], (byte)' '],
        2 => [.. bytes[..at], with, .. bytes[at..]],
        _ => [.. bytes[..at], .. bytes[(at / 2)..]],
    };
}
