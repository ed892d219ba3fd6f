using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Cxone;

/// <summary>
/// Says of a setting that is missing that the environment has it under the name that only the web host reads: a developer
/// who sees both would look for the fault elsewhere.
/// </summary>
internal sealed class ShortNamesNotRead(IConfiguration given, IConfiguration root, CxoneUse use) : IValidateOptions<CxoneOptions>
{
    private static readonly (string Name, string Setting)[] Names =
        [("CXONE_ORG", "Org"), ("CXONE_BASE_URL", "BaseUrl"), ("CXONE_CLIENT_ID", "ClientId"), ("CXONE_CLIENT_SECRET", "ClientSecret")];

    public ValidateOptionsResult Validate(string? name, CxoneOptions options)
    {
        var faults = Names
            .Where(one => use.IsCertain && !string.IsNullOrWhiteSpace(root[one.Name]) && IsMissing(one.Setting, options))
            .Select(one => $"{one.Name} is set, but not read here: a service reads {CxoneOptions.Section}:{one.Setting}.")
            .ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    // Either of the two addresses will do.
    private bool IsMissing(string setting, CxoneOptions options) =>
        string.IsNullOrWhiteSpace(given[$"{CxoneOptions.Section}:{setting}"])
        && CxoneOptionsValidator.Missing(options).Any(fault => fault.Contains($"{CxoneOptions.Section}:{setting}", StringComparison.Ordinal));
}
