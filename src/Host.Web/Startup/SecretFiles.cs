using Microsoft.Extensions.FileProviders;

namespace CxoneAssist.Host.Web.Startup;

/// <summary>
/// Settings from files, one each, as Docker and Kubernetes mount secrets. The file's name is the
/// setting's name (":" written as "__", or a short name), its content the value. They win over the
/// same name in all other sources; a full name that is set in any source wins over a short one.
/// </summary>
internal static class SecretFiles
{
    public const string ShortName = "CXONE_SECRETS_DIR";
    public const string Setting = "CxoneAssist:SecretsFolder";

    public static void AddSecretFiles(this ConfigurationManager configuration, string contentRoot)
    {
        if ((configuration[Setting] ?? configuration[ShortName]) is not { } named || string.IsNullOrWhiteSpace(named))
        {
            return;
        }

        var folder = Path.GetFullPath(named.Trim(), contentRoot);
        try
        {
            // Kubernetes replaces a link to the folder when a secret changes; only polling detects
            // that.
            var files = new PhysicalFileProvider(folder) { UsePollingFileWatcher = true, UseActivePolling = true };
            configuration.AddKeyPerFile(source =>
            {
                source.FileProvider = files;
                source.ReloadOnChange = true;
            });
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SettingException(
                $"{ShortName} ({Setting}) names '{folder}', which is not a folder whose files can all be read.");
        }
    }
}
