using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Settings;

/// <summary>Makes options as .NET does, and names settings in what is wrong with them as this service knows them.</summary>
internal sealed class WordedOptionsFactory<TOptions>(
    IEnumerable<IConfigureOptions<TOptions>> setups,
    IEnumerable<IPostConfigureOptions<TOptions>> lastSetups,
    IEnumerable<IValidateOptions<TOptions>> validations,
    SettingWords words) : IOptionsFactory<TOptions>
    where TOptions : class
{
    private readonly OptionsFactory<TOptions> _factory = new(setups, lastSetups, validations);

    public TOptions Create(string name)
    {
        try
        {
            return _factory.Create(name);
        }
        catch (OptionsValidationException refused)
        {
            throw new OptionsValidationException(refused.OptionsName, refused.OptionsType, refused.Failures.Select(words.Render).ToList());
        }
    }
}
