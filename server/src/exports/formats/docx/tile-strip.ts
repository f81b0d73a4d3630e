import { ImageRun } from "docx";

/** The four floor tiles of the matrix side by side, 1280 × 32 points of a PNG, as the screens draw them. */
const PNG = [
  "iVBORw0KGgoAAAANSUhEUgAABQAAAAAgCAIAAADCEkIxAAAGzUlEQVR4nOzdW0zWdRzH8S/ESZuztTkVjxEeSE1N1/mm0qFpCs0L",
  "nYephWG17tsUBOyuiy7adKC16Zo3kghlay5rVIouxTyDhAp4LjJQFDk8/ehZj48+PH/+px/j/3/e7zWH8Od12+e7P2rCtPdni5V2",
  "5+2w9PySwlWWnsfHxzdf6UfTQx8nJQ/Kzi0aMXaS2Op6Y+3XWzbcb78b7QF8fHx3/fmf3hQi8mbprXVCRN4sQYjI+yUmJWtd//j4",
  "+Pp8IiIi6rc4gIk8n1rnWTkFWtc/Pj6+6PGJyPedKtutfp2atUT0hI+Pb8nnACbydgkJSWqdp6ZNEVv1uc7x8fH1+UTk+9Q6Dw50",
  "0XMD4OPjW/U5gIk8nFrni97N07r+8fHxRY9PRL4vfJ3reA+Gj49vw+cAJvJwC9duGDNhutjq6sVzZcV5xusfHx9ftPlCRL4ufJ2H",
  "PiPu3QD4+Pj2fA5gIg83btJMsZV6N2W8zh9LTFycs2n009MEHx9fj98mROTbItd56PPixg2Aj49v248XIoqxrlw8a/yTmWqdZ+UU",
  "2F7/+Pj4+nwiGvhFW+dmvoqPj6/b5w0wUWyl1vmerRs7O9qjPeB8/ePj42vyiWjgZ2Z/O3kPho+P3+czxj4HMFEMxXWBj8/1S0T6",
  "Mv92y94NgI+Pb/JJA58DmChW4rrAx+f6JSJ9Wf3ZTqs3AD4+vpjOwOcAJoqJuC7w8bl+iUhfVtd56LvE3A2Aj48vFovmcwAT+T+u",
  "C3x8rl8i0pe9dR76XunrBsDHxxf3fA5gIp/HdYGP71G/ta39l1MXmm7eamm713LnnsTFDR2UMuTx5NHDnnh16lNDBieLs/Dx8V3x",
  "nazzkCDRbwB8fHxx1ecAJvJzfa7zhMTkxTn5+tY/Pj6+Df/I2YbyQ6dP1F/p6g70+sCW8l+fTUtd9NKU5zPGivXw8fHd8s2s88mZ",
  "CwISqPl+n7Ejvd0A+Pj44rbPAUzk28ys8+zcotTxGYKPjz8w/NrLf5Z8U3Xm0jXjx9Rwr667rP57ZtyID7JeHj/8ScHHx+9338w6",
  "n5T55oxlK4MfW70B8PHxRYMfV3PtjFhpSeEqS8/vztth6Xl8fHzzVX28OdqXmv44ubekQN/6x8fHd+jXBl585DO7fjj21YFjgYBY",
  "Ki5OVsyZtfS1mX0+iY+P75af3lpncp3PXPbg/+zVu3YYb3T5b6AHNzo+Pr4mnzfARD5MrfOykvyujo5oDzhf//j4+C767R2dn5VW",
  "Vp6oF+upQb9z/9Gmm/98mP1KSmIiPj5+P/g21rkq+Fsz76nCP8DHx3fX5wAm8ltcF/j43vI7u7qLdu6vrrssDvrxeF3LnXubVmfG",
  "qzdW+Pj4mv2+/1zivIUzlq6I/LylGwAfH1+HHy9E5KO4LvDxPedvrTjocJ0HO3q+adu3h/Hx8fvT77WeP5fY2zoPpjZ6+utzxUH4",
  "+ILvwOcAJvJPXBf4+J7zf6tt+u7IOXGpvQdPKRAfH79//F6L/MnMyGavesf2DYCPjy/OfA5gIp/UcP743uJNRus8ISl7XYHt9Y+P",
  "j++639Ud2LavSlxt+77DoX/cBR8fX1wt3O81M+s8mL0bAB8f38yTxj4HMJEfUu+myrcXdnbej/ZAz7up9ZtT06YIPj7+gPErDp1u",
  "vHFLXK3hxt+KxcfH1+1Hpga3yXUezOoNgI+Pb/55A58DmMjz9fmTmUnJg7T+5Cc+Pr4NPxCQ0soToqHSn08qHB8fXzQU9CObOHee",
  "GtxiMfUtE97INPMkPj6+WCyaz98CTeTtzKzzt9dvHj5mouDj4w8kv6bxRnNrm2ioueWOwns+wMfH1+aHp140Pbd8tdhq1so1gUB3",
  "3YH9Bs/g4+OLez4HMJGHu1RTXfFlkb71j4+Pr8+vOnNJtKUVx8fHnxr2W7XObbybCk99e1dnx4XKn3r9Kj4+vjgo0ucAJvJwZcV5",
  "Bl9NTErJWldoe5031BwrK87Hxxd8PX791TTRVv3Vv0Rn+Pgx7ocOYOfrPNgLa95Tv0beAPj4+OK4R3wOYCJ/5vDdVOP53yu++AQf",
  "X/C1+c2jPhdtNd++KzrDx8cX99Z5T3FxkTcAPj6+uNLDPgcwkQ9zuM6v1J8u32b0d97i4+M796/fui3a0orj4+OLu+s82MMbHR8f",
  "X1wszOcAJvJbztd5WUm+1vWPj4+vPs5bPkeIyJtlZDRPzlwgrqc2+trcoSNHSXw8Pj6+Jp8DmMhXOVzn1xpq1DrvuN+Oj4+v25+W",
  "NlKIyJulD9Owzv9v8vy3RGf4+DHucwAT+afklMHZuUVO1vmerRsN1j8+Pr4+n4iIiPqhfwEAAP//mommWQAAAAZJREFUAwAh0ni1",
  "fAz2lgAAAABJRU5ErkJggg==",
].join("");

const WIDTH = 643;
const HEIGHT = 16;

/** A band across the page. It says nothing that the words do not say; its alternative text says what it is. */
export const tileStrip = (alternative: string): ImageRun =>
  new ImageRun({
    type: "png",
    data: Buffer.from(PNG, "base64"),
    transformation: { width: WIDTH, height: HEIGHT },
    altText: { name: "tiles", title: "", description: alternative },
  });
