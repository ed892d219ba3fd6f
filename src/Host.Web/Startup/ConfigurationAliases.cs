namespace CxoneAssist.Host.Web.Startup;

/// <summary>
/// Maps the short names of settings to the full ones; a full name that is set in any source wins.
/// Follows the other sources while the host runs, so that a secret in a file can be changed under
/// either name. A blank value is passed on: each setting decides whether blank means unset or is an
/// error.
/// </summary>
internal sealed class ConfigurationAliases(IConfigurationRoot root, IReadOnlyList<(string Alias, string Key)> names)
    : ConfigurationProvider, IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public override void Load() => Data = Read();

    /// <summary>Starts to follow the other sources.</summary>
    public void Watch() => Microsoft.Extensions.Primitives.ChangeToken.OnChange(root.GetReloadToken, Reload);

    private void Reload()
    {
        var now = Read();
        if (now.Count != Data.Count
            || now.Any(one => !Data.TryGetValue(one.Key, out var before) || before != one.Value))
        {
            Data = now;
            OnReload();
        }
    }

    private Dictionary<string, string?> Read() => new(
        from name in names
        let value = Elsewhere(name.Alias)
        where value is not null && string.IsNullOrEmpty(Elsewhere(name.Key))
        select KeyValuePair.Create(name.Key, (string?)value.Trim()),
        StringComparer.OrdinalIgnoreCase);

    private string? Elsewhere(string key) =>
        root.Providers.Reverse()
            .Where(provider => provider != this)
            .Select(provider => provider.TryGet(key, out var value) ? value : null)
            .FirstOrDefault(value => value is not null);
}
