using CxoneAssist.Infrastructure.Cxone.RateLimiting;

namespace CxoneAssist.RateLimiters.Candidates;

/// <summary>
/// Learns how many calls a second CXone allows, by CUBIC, as in TCP and in the adaptive mode of the AWS SDKs. There is
/// no limit until several calls are refused together. After each refusal the rate is 0.95 of what was accepted. It
/// grows to that within seven seconds, stays there for a while, and then grows ever faster: tenfold in 46 seconds. The
/// curve is relative to the rate, so that it is the same for ten calls a second and for a thousand. Refusals that no rate
/// explains lower it too, once there is one.
/// </summary>
/// <param name="concurrency">How many calls may be under way at once.</param>
internal sealed class CubicRate(int concurrency) : ILearnedRate
{
    /// <summary>No lower rate is learned: one call in five seconds can always be made.</summary>
    public const double Slowest = 0.2;

    private const double Decrease = 0.95;
    private const double Scale = 1.5e-4;

    // The first rate is a guess from a few calls, so it grows faster.
    private const double FirstScale = 1e-2;
    private const double LeastFirstShare = 0.1;

    // The average with the pauses is too low where a pause saves up less than its length, and the one without them is
    // too high because it includes what a pause saved up.
    private const double WeightOfPauses = 0.35;

    private static readonly TimeSpan ShortStretch = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestLateness = TimeSpan.FromSeconds(0.1);

    private readonly AcceptedRate _accepted = new();
    private readonly AcceptedRate _acceptedSincePause = new();
    private Refusal? _open;
    private TimeSpan _resumedAt;
    private TimeSpan _heldAt;
    private double _held;
    private double _plateau;
    private double _plateauAt;
    private double _scale;
    private int _shortStretches;
    private int _patience = 6;

    /// <inheritdoc/>
    public double? Rate { get; private set; }

    /// <inheritdoc/>
    public TimeSpan Lateness => Rate is null ? TimeSpan.Zero : LongestLateness;

    /// <inheritdoc/>
    public void Taken(TimeSpan sentAt, TimeSpan now)
    {
        _accepted.Add(sentAt, now);
        _acceptedSincePause.Add(sentAt, now);
        _open?.Count(sentAt, refused: false);
    }

    /// <inheritdoc/>
    public void Refused(TimeSpan sentAt, TimeSpan now)
    {
        // Calls that were under way together are refused together; they lower the rate once.
        _open ??= new(now, _acceptedSincePause.At(now), _accepted.At(now));
        _open.Count(sentAt, refused: true);
    }

    /// <inheritdoc/>
    public void Resume(TimeSpan now)
    {
        if (_open is { } refusal)
        {
            _open = null;
            Learn(refusal);
        }

        (_resumedAt, _heldAt, _held) = (now, now, 0);
        _acceptedSincePause.Restart(now);
    }

    /// <inheritdoc/>
    public void Held(TimeSpan now)
    {
        if (Rate is { } rate)
        {
            // Time in which the rate held no call back shows nothing about it.
            _held += Math.Min((now - _heldAt).TotalSeconds, 1 + (1 / rate));
            Rate = Math.Max(rate, _plateau * (1 + (_scale * Math.Pow(_held - _plateauAt, 3))));
        }

        _heldAt = now;
    }

    private void Learn(Refusal refusal)
    {
        _shortStretches = refusal.At - _resumedAt < ShortStretch ? _shortStretches + 1 : 0;
        if (Rate is { } rate)
        {
            var most = Math.Min(rate, refusal.WithoutPauses);
            var least = Math.Min(most, refusal.WithPauses);
            Lower(Math.Pow(least, WeightOfPauses) * Math.Pow(most, 1 - WeightOfPauses), Scale);
        }
        else if (refusal.Calls >= Math.Min(4, concurrency - 1) && refusal.TakenShare < 0.75)
        {
            // Fewer are bad luck. Of the calls under way together, the accepted share shows what the rate allowed.
            Lower(refusal.WithoutPauses * Math.Max(LeastFirstShare, refusal.SmoothedShare), FirstScale);
        }

        if (_shortStretches >= _patience)
        {
            // Refusals that go on at every rate do not seem to depend on the rate. In case that is wrong, the
            // next time it takes more of them to conclude so.
            (Rate, _shortStretches, _patience) = (null, 0, 2 * _patience);
        }
    }

    private void Lower(double plateau, double scale)
    {
        (_plateau, _scale) = (Math.Max(Slowest, plateau), scale);
        Rate = Math.Max(Slowest, _plateau * Decrease);
        _plateauAt = Math.Cbrt((_plateau - Rate.Value) / (_scale * _plateau));
    }
}
