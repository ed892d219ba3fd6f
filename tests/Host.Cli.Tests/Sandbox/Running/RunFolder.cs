namespace CxoneAssist.Host.Cli.Tests.Sandbox.Running;

/// <summary>
/// A test's own folder, with a subfolder that a run uses as the system's temporary folder.
/// </summary>
internal sealed class RunFolder : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("sandbox-tests-");

    public RunFolder() => Directory.CreateDirectory(OfRun);

    public string OfRun => Path.Combine(_root.FullName, "tmp");

    /// <summary>The files that runs left behind.</summary>
    public IEnumerable<string> LeftBehind => Directory.EnumerateDirectories(OfRun, "cxone-assist-*");

    public string Write(string name, string text)
    {
        var path = Path.Combine(_root.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => _root.Delete(recursive: true);
}
