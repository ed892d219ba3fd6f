namespace CxoneAssist.Compare;

internal static class Repository
{
    /// <summary>The folder of the solution this program was built in.</summary>
    public static string Root { get; } = Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static string Find(DirectoryInfo? folder) => folder switch
    {
        null => throw new InvalidOperationException("This program has to be run where it was built, below the folder of CxoneAssist.sln."),
        _ when File.Exists(Path.Combine(folder.FullName, "CxoneAssist.sln")) => folder.FullName,
        _ => Find(folder.Parent),
    };
}
