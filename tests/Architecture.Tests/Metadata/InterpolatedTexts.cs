using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace CxoneAssist.Architecture.Tests.Metadata;

/// <summary>
/// The methods of a compiled assembly that put a value into a text by the culture of the thread: an
/// interpolated string without a format provider that holds a date, a fraction, or a value with a
/// format.
/// </summary>
internal sealed class InterpolatedTexts
{
    private static readonly string[] Sensitive =
    [
        "System.DateTime", "System.DateTimeOffset", "System.DateOnly", "System.TimeOnly", "System.Decimal",
        nameof(PrimitiveTypeCode.Double), nameof(PrimitiveTypeCode.Single),
    ];

    private readonly PEReader _image;
    private readonly MetadataReader _reader;
    private readonly SignatureNames _names = new(static _ => { });

    private InterpolatedTexts(PEReader image) => (_image, _reader) = (image, image.GetMetadataReader());

    /// <summary>Those methods, each as its type and its name.</summary>
    public static IReadOnlyList<string> OfThreadCulture(Assembly assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly.Location));
        var texts = new InterpolatedTexts(image);
        return [.. texts._reader.MethodDefinitions.Select(texts._reader.GetMethodDefinition)
            .Where(texts.DependsOnCulture).Select(texts.Named)];
    }

    private bool DependsOnCulture(MethodDefinition method)
    {
        if (method.RelativeVirtualAddress == 0)
        {
            return false;
        }

        var body = _image.GetMethodBody(method.RelativeVirtualAddress).GetILBytes()!;
        var calls = InstructionTokens.Of(body).Select(token => Call(MetadataTokens.EntityHandle(token))).ToList();
        return calls.Any(call => call.StartsWith(".ctor(", StringComparison.Ordinal)
                && !call.Contains("IFormatProvider", StringComparison.Ordinal))
            && calls.Any(IsSensitive);
    }

    private static bool IsSensitive(string call) => call.StartsWith("AppendFormatted(", StringComparison.Ordinal)
        && (call.Contains(",String)", StringComparison.Ordinal)
            || Array.Exists(Sensitive, type => call.EndsWith($"<{type}>", StringComparison.Ordinal)
                || call.EndsWith($"<System.Nullable`1<{type}>>", StringComparison.Ordinal)));

    // A member of a string handler with its parameters and type arguments; else an empty text.
    private string Call(EntityHandle handle)
    {
        var arguments = "";
        if (handle.Kind == HandleKind.MethodSpecification)
        {
            var method = _reader.GetMethodSpecification((MethodSpecificationHandle)handle);
            arguments = $"<{string.Join(',', method.DecodeSignature(_names, null))}>";
            handle = method.Method;
        }

        if (handle.Kind != HandleKind.MemberReference)
        {
            return "";
        }

        var member = _reader.GetMemberReference((MemberReferenceHandle)handle);
        return member.GetKind() == MemberReferenceKind.Method && member.Parent.Kind == HandleKind.TypeReference
            && SignatureNames.NameOf(_reader, (TypeReferenceHandle)member.Parent)
                .EndsWith("InterpolatedStringHandler", StringComparison.Ordinal)
            ? $"{_reader.GetString(member.Name)}"
                + $"({string.Join(',', member.DecodeMethodSignature(_names, null).ParameterTypes)}){arguments}"
            : "";
    }

    private string Named(MethodDefinition method) =>
        $"{SignatureNames.NameOf(_reader, method.GetDeclaringType())}.{_reader.GetString(method.Name)}";
}
