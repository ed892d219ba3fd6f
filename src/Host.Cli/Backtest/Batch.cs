using CxoneAssist.Host.Cli.Surveys;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>Some surveys on their way from the reader to the policies. Used again and again.</summary>
internal sealed class Batch
{
    public const int Size = 2048;

    public PastSurvey[] Surveys { get; } = new PastSurvey[Size];

    public int Count { get; private set; }

    /// <summary>Takes surveys from a reader until it is full or there are no more.</summary>
    /// <returns>Whether there is any.</returns>
    public bool Fill(ISurveys surveys)
    {
        for (Count = 0; Count < Size && surveys.TryRead(out Surveys[Count]); Count++)
        {
        }

        return Count > 0;
    }
}
