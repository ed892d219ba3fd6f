using CxoneAssist.Host.Cli.Surveys;

namespace CxoneAssist.Host.Cli.Backtest;

/// <summary>Surveys on their way from the reader to the policies. Batches are reused.</summary>
internal sealed class Batch
{
    public const int Size = 2048;

    public PastSurvey[] Surveys { get; } = new PastSurvey[Size];

    public int Count { get; private set; }

    /// <summary>Reads surveys until the batch is full or there are no more.</summary>
    /// <returns>Whether the batch contains any.</returns>
    public bool Fill(ISurveys surveys)
    {
        for (Count = 0; Count < Size && surveys.TryRead(out Surveys[Count]); Count++)
        {
        }

        return Count > 0;
    }
}
