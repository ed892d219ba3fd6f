using Microsoft.Extensions.Options;

namespace CxoneAssist.Infrastructure.Inbox;

internal sealed class InboxOptionsValidator : IValidateOptions<InboxOptions>
{
    private const string Section = "CxoneAssist:Inbox:";

    public ValidateOptionsResult Validate(string? name, InboxOptions options)
    {
        string?[] findings =
        [
            Range(nameof(options.Lease), options.Lease, TimeSpan.FromSeconds(1), TimeSpan.FromHours(1)),
            Range(nameof(options.MaxBatch), options.MaxBatch, 1, 10_000),
            Range(nameof(options.QueueCapacity), options.QueueCapacity, 1, 1_000_000),
            Range(nameof(options.PrefetchCount), options.PrefetchCount, 2, 100_000),
            Range(nameof(options.PollInterval), options.PollInterval, TimeSpan.FromMilliseconds(10), TimeSpan.FromMinutes(1)),
            Range(nameof(options.Retention), options.Retention, TimeSpan.FromDays(1), TimeSpan.FromDays(3660)),
        ];
        var wrong = findings.OfType<string>().ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static string? Range<T>(string key, T value, T least, T most)
        where T : IComparable<T> =>
        value.CompareTo(least) < 0 || value.CompareTo(most) > 0
            ? FormattableString.Invariant($"{Section}{key} is {value}; set it to between {least} and {most}.")
            : null;
}
