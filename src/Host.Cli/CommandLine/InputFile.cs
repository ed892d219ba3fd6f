namespace CxoneAssist.Host.Cli.CommandLine;

/// <summary>A file that a command line names.</summary>
internal static class InputFile
{
    /// <exception cref="CommandFailure">It cannot be opened.</exception>
    public static FileStream Open(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0, FileOptions.SequentialScan);
        }
        catch (UnauthorizedAccessException) when (Directory.Exists(path))
        {
            throw new CommandFailure($"{path} is a folder: name a file in it.", ExitCode.Usage);
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new CommandFailure($"There is no file {path}.", ExitCode.Usage);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailure($"{path} cannot be read: {unreadable.Message}", ExitCode.Usage);
        }
    }
}
