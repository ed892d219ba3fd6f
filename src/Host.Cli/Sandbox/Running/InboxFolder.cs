namespace CxoneAssist.Host.Cli.Sandbox.Running;

/// <summary>The folder of a run's inbox. Disposing deletes it, unless it is to be kept.</summary>
internal sealed class InboxFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("cxone-assist-");

    public string Path => _folder.FullName;

    /// <summary>Whether the folder is kept, so that a user can find out what went wrong.</summary>
    public bool Keep { get; set; }

    /// <summary>The message that names the folder.</summary>
    public string Kept => $"The host's inbox and log are kept in {Path}";

    public void Dispose()
    {
        if (Keep)
        {
            return;
        }

        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A virus scanner may hold a file for a moment; a run does not fail because a folder is
            // left behind.
        }
    }
}
