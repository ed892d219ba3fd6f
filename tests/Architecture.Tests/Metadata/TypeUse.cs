namespace CxoneAssist.Architecture.Tests.Metadata;

/// <summary>A use of a type by another type, of the same assembly or of another one.</summary>
/// <param name="User">
/// The outermost type that uses it, so that a lambda or state machine counts for the type that
/// contains it.
/// </param>
/// <param name="Type">The type used, generic arity included.</param>
/// <param name="Member">
/// The other assembly's member used, with its parameter types; <c>null</c> where the type is only
/// named, and for types of the user's own assembly.
/// </param>
internal sealed record TypeUse(string User, string Type, string? Member = null)
{
    public override string ToString() => $"{User} uses {Type}{(Member is null ? "" : "." + Member)}";
}
