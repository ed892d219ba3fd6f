namespace CxoneAssist.Domain.PolicyFile;

/// <summary>The members of an object that were there and are known.</summary>
internal sealed class PolicyObject(IEnumerable<(string Name, Cursor Value)> members)
{
    private readonly Dictionary<string, Cursor> _members = members.ToDictionary(member => member.Name, member => member.Value);

    public Cursor? this[string name] => _members.GetValueOrDefault(name);
}
