namespace CxoneAssist.Host.Web.Startup;

/// <summary>
/// Settings under their short names, as if their full ones were set; a full name that is set anywhere wins. Follows what the other sources say
/// while the host runs, so that a secret in a file is changed under either name. A blank one is handed on: whether that is none or a fault is
/// each setting's own affair.
/// </summary>
internal sealed class ConfigurationAliases(IConfigurationRoot root, IReadOnlyList<(string Alias, string Key)> names)
    : ConfigurationProvider, IConfigurationSource
{
    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public override void Load() => Data = Read();

    /// <summary>From now on a change of another source is seen.</summary>
    public void Watch() => Microsoft.Extensions.Primitives.ChangeToken.OnChange(root.GetReloadToken, Reload);

    private void Reload()
    {
        var now = Read();
        if (now.Count != Data.Count || now.Any(one => !Data.TryGetValue(one.Key, out var before) || before != one.Value))
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
        root.Providers.Reverse().Where(provider => provider != this).Select(provider => provider.TryGet(key, out var value) ? value : null)
            .FirstOrDefault(value => value is not null);
}
