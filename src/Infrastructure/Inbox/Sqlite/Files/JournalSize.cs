using System.Globalization;
using Microsoft.Extensions.Logging;

namespace CxoneAssist.Infrastructure.Inbox.Sqlite.Files;

/// <summary>
/// Reports a journal that has grown far beyond what a checkpoint leaves: another program reads within one transaction,
/// and nothing that it may still read can be removed. Webhooks are still stored, as long as the disk has room.
/// </summary>
internal sealed partial class JournalSize(SqliteFile file, ILogger logger)
{
    /// <summary>Eight times the size at which the writer itself moves what the journal holds; in bytes.</summary>
    public const long Conspicuous = 256 * Megabyte;

    private const long Megabyte = 1024 * 1024;

    private readonly string _path = file.Path + "-wal";
    private bool _reported;

    /// <summary>What readiness is to say of it; <c>null</c> while it is of the usual size.</summary>
    public string? Remark()
    {
        var length = Length();
        var megabytes = (length / Megabyte).ToString(CultureInfo.InvariantCulture);
        return length < Conspicuous ? null
            : $"The inbox's journal '{_path}' has grown to {megabytes} MB, since another program holds a transaction open "
                + "for reading: end that program. The journal shrinks by itself afterwards.";
    }

    /// <summary>Logs it once, and once more when it has shrunk. For one thread.</summary>
    public void Report()
    {
        var remark = Remark();
        if (remark is not null && !_reported)
        {
            Log.Grown(logger, remark);
        }
        else if (remark is null && _reported)
        {
            Log.Shrunk(logger, _path);
        }

        _reported = remark is not null;
    }

    private long Length() => new FileInfo(_path) is { Exists: true } journal ? journal.Length : 0;

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "{Remark}")]
        public static partial void Grown(ILogger logger, string remark);

        [LoggerMessage(2, LogLevel.Information, "The inbox's journal {Journal} has its usual size again.")]
        public static partial void Shrunk(ILogger logger, string journal);
    }
}
