using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace CxoneAssist.Architecture.Tests.Metadata;

/// <summary>
/// Every use of a type in a compiled assembly, with the type that uses it. Attributes, and
/// constants that the compiler copied, leave no trace here.
/// </summary>
internal sealed class TypeUses
{
    private readonly PEReader _image;
    private readonly MetadataReader _reader;
    private readonly SignatureNames _names;
    private readonly HashSet<TypeUse> _uses = [];
    private string _user = "";

    private TypeUses(PEReader image)
    {
        _image = image;
        _reader = image.GetMetadataReader();
        _names = new SignatureNames(type => _uses.Add(new TypeUse(_user, type)));
    }

    public static IReadOnlyCollection<TypeUse> Of(Assembly assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly.Location));
        var uses = new TypeUses(image);
        foreach (var type in uses._reader.TypeDefinitions)
        {
            uses.Visit(uses._reader.GetTypeDefinition(type));
        }

        return uses._uses;
    }

    private void Visit(TypeDefinition type)
    {
        _user = Outermost(type);
        Visit(type.GetGenericParameters());
        Visit(type.BaseType);
        Each(type.GetInterfaceImplementations(), handle => Visit(_reader.GetInterfaceImplementation(handle).Interface));
        Each(type.GetFields(), handle => _reader.GetFieldDefinition(handle).DecodeSignature(_names, null));
        Each(type.GetMethods(), handle => Visit(_reader.GetMethodDefinition(handle)));
    }

    private void Visit(MethodDefinition method)
    {
        method.DecodeSignature(_names, null);
        Visit(method.GetGenericParameters());
        if (method.RelativeVirtualAddress == 0)
        {
            return;
        }

        var body = _image.GetMethodBody(method.RelativeVirtualAddress);
        Each(InstructionTokens.Of(body.GetILBytes()!), token => Visit(MetadataTokens.EntityHandle(token)));
    }

    private void Visit(GenericParameterHandleCollection parameters) => Each(
        parameters.SelectMany(handle => _reader.GetGenericParameter(handle).GetConstraints()),
        handle => Visit(_reader.GetGenericParameterConstraint(handle).Type));

    private void Visit(EntityHandle handle)
    {
        switch (handle.Kind)
        {
            case HandleKind.TypeReference:
                _names.GetTypeFromReference(_reader, (TypeReferenceHandle)handle, 0);
                break;
            case HandleKind.TypeDefinition when !handle.IsNil:
                _names.GetTypeFromDefinition(_reader, (TypeDefinitionHandle)handle, 0);
                break;
            case HandleKind.MethodDefinition:
                Visit(_reader.GetMethodDefinition((MethodDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.FieldDefinition:
                Visit(_reader.GetFieldDefinition((FieldDefinitionHandle)handle).GetDeclaringType());
                break;
            case HandleKind.TypeSpecification:
                _names.GetTypeFromSpecification(_reader, null, (TypeSpecificationHandle)handle, 0);
                break;
            case HandleKind.MemberReference:
                Visit(_reader.GetMemberReference((MemberReferenceHandle)handle));
                break;
            case HandleKind.MethodSpecification:
                var method = _reader.GetMethodSpecification((MethodSpecificationHandle)handle);
                method.DecodeSignature(_names, null);
                Visit(method.Method);
                break;
        }
    }

    private void Visit(MemberReference member)
    {
        Visit(member.Parent);
        var name = _reader.GetString(member.Name);
        var signature = member.GetKind() == MemberReferenceKind.Field
            ? name + ":" + member.DecodeFieldSignature(_names, null)
            : $"{name}({string.Join(',', member.DecodeMethodSignature(_names, null).ParameterTypes)})";
        if (member.Parent.Kind == HandleKind.TypeReference)
        {
            _uses.Add(new TypeUse(_user, SignatureNames.NameOf(_reader, (TypeReferenceHandle)member.Parent), signature));
        }
    }

    private string Outermost(TypeDefinition type) => type.GetDeclaringType() is { IsNil: false } outer
        ? Outermost(_reader.GetTypeDefinition(outer))
        : SignatureNames.Qualified(_reader.GetString(type.Namespace), _reader.GetString(type.Name));

    private static void Each<T>(IEnumerable<T> items, Action<T> visit)
    {
        foreach (var item in items)
        {
            visit(item);
        }
    }
}
