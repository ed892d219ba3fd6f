namespace CxoneAssist.Host.Cli.Tests.Sandbox.Running;

/// <summary>A folder of a test's own, with one below it that a run takes for the system's.</summary>
internal sealed class RunFolder : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("sandbox-tests-");

    public RunFolder() => Directory.CreateDirectory(OfRun);

    public string OfRun => Path.Combine(_root.FullName, "tmp");

    /// <summary>What runs have left behind.</summary>
    public IEnumerable<string> LeftBehind => Directory.EnumerateDirectories(OfRun, "cxone-assist-*");

    public string Write(string name, string text)
    {
        var path = Path.Combine(_root.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }

    public void Dispose() => _root.Delete(recursive: true);
}
