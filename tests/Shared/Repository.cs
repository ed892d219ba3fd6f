namespace CxoneAssist.Tests;

/// <summary>Files of the repository that tests look at.</summary>
internal static class Repository
{
    private static readonly string Root = Find(new DirectoryInfo(AppContext.BaseDirectory));

    public static string At(params string[] path) => Path.Combine([Root, .. path]);

    private static string Find(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, "CxoneAssist.sln")) ? folder.FullName : Find(folder.Parent!);
}
