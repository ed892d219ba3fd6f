using CxoneAssist.Domain.PolicyFile.Json;

namespace CxoneAssist.Domain.Lint;

/// <summary>
/// Finds where something of a policy is written. What was left out is where its owner is.
/// </summary>
internal sealed class FileLocations(JsonNodeAt root, JsonSource document)
{
    /// <param name="steps">Names of members and numbers of items, from the root.</param>
    public (int Offset, int Line, int Column, string Path) Locate(IEnumerable<object> steps)
    {
        var (node, path) = (root, JsonPath.Root);
        foreach (var step in steps)
        {
            var next = step is int index
                ? node.Items.ElementAtOrDefault(index)
                : node.Members.FirstOrDefault(member => member.Name == (string)step)?.Value;
            if (next is null)
            {
                break;
            }

            (node, path) = (next, step is int item ? path.Item(item) : path.Member((string)step));
        }

        var (line, column) = document.Place(node.Offset);
        return (node.Offset, line, column, path.ToString());
    }
}
