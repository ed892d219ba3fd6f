namespace CxoneAssist.Faults.Tests.Harness;

/// <summary>The default policy, with one task for a customer in two weeks.</summary>
internal static class SuppressingPolicy
{
    public static async Task<string> WriteAsync(string folder)
    {
        var file = Path.Combine(folder, "policy.json");
        await File.WriteAllTextAsync(file, """
            {
              "name": "suppressing", "score": { "field": "overall_satisfaction", "min": 1, "max": 5 },
              "tiers": [
                { "name": "detractor", "below": 3, "priority": "High", "due": "1d" },
                { "name": "passive", "below": 4, "priority": "Medium", "due": "3d" }
              ],
              "notice": "1h", "suppress": { "per": "customerId", "within": "14d", "unless": "worse" }
            }
            """);
        return file;
    }
}
