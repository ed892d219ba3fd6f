namespace CxoneAssist.Domain.PolicyFile.Json;

/// <summary>The members of an object that were there and are known.</summary>
internal sealed class JsonMembers(IEnumerable<(string Name, JsonCursor Value)> members)
{
    private readonly Dictionary<string, JsonCursor> _members = members.ToDictionary(
        member => member.Name, member => member.Value);

    public JsonCursor? this[string name] => _members.GetValueOrDefault(name);
}
