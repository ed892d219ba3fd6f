using Microsoft.Extensions.Options;

namespace CxoneAssist.Host.Web.Operators;

/// <summary>Operators' access to the inbox. Section <c>CxoneAssist:Operators</c>.</summary>
internal sealed class OperatorOptions
{
    public const string Section = "CxoneAssist:Operators";

    /// <summary>
    /// The bearer token of operators, at least 16 characters; without it <c>/follow-ups</c> does
    /// not exist.
    /// </summary>
    public string? Key { get; set; }
}

internal sealed class OperatorOptionsValidator : IValidateOptions<OperatorOptions>
{
    private const int ShortestKey = 16;

    public static bool IsTooShort(string key) => key.Length is > 0 and < ShortestKey;

    public ValidateOptionsResult Validate(string? name, OperatorOptions options) =>
        options.Key is { } key && IsTooShort(key)
            ? ValidateOptionsResult.Fail(
                "CxoneAssist:Operators:Key (environment CXONE_OPERATOR_KEY) is too short: it needs at least 16 "
                    + "characters, or leave it unset to switch /follow-ups off.")
            : ValidateOptionsResult.Success;
}
