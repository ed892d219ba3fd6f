using System.Globalization;
using CxoneAssist.Domain;

namespace CxoneAssist.Host.Cli.Sandbox.Surveys;

/// <summary>The scores of a policy's scale that generated surveys have: whole numbers, on a wide scale eleven steps.</summary>
internal sealed class ScoreScale
{
    private const int Levels = 5;
    private const int WideScale = 10;
    private const int FarOutside = 6;

    private readonly ScoreQuestion _question;
    private readonly decimal _step;
    private readonly int _scores;

    public ScoreScale(ScoreQuestion question)
    {
        var range = question.Max - question.Min;
        (_question, _step) = (question, range is >= 1 and <= WideScale ? 1 : range / WideScale);
        _scores = (int)(range / _step) + 1;
    }

    /// <summary>The score of the unhappiest customer.</summary>
    public string Worst => Text(0);

    /// <summary>A number that is not on the scale.</summary>
    public string Outside => (_question.Max + FarOutside).ToString(CultureInfo.InvariantCulture);

    /// <summary>A score of a customer who is as happy as a level says: 1 for the unhappiest, 5 for the happiest.</summary>
    public string Draw(int level, Random random)
    {
        var (first, next) = ((level - 1) * _scores / Levels, level * _scores / Levels);
        return Text(next - first > 1 ? random.Next(first, next) : first);
    }

    private string Text(int fromTheWorst) => (_question.Direction == ScaleDirection.LowIsWorse
        ? _question.Min + (fromTheWorst * _step)
        : _question.Max - (fromTheWorst * _step)).ToString("0.######", CultureInfo.InvariantCulture);
}
