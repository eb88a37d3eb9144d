// Items that ask nothing: section headers, page breaks with their navigation, images and videos.
import { NotEmulated, ScriptEnum, ScriptError } from '../../../runtime/service';
import { ScriptBlob } from '../../utilities/blob';
import { instance, integer, oneOf, text } from '../arguments';
import { Alignment, PageNavigationType } from '../enums';
import type {
  AlignmentName,
  ImageState,
  NavigationName,
  PageBreakState,
  SectionHeaderState,
  VideoState,
} from '../state';
import { FormItem, registerItemClass } from './item';

/** https://developers.google.com/apps-script/reference/forms/section-header-item */
export class SectionHeaderItem extends FormItem<SectionHeaderState> {
  readonly _name = 'SectionHeaderItem';
  protected readonly _types = ['SECTION_HEADER'] as const;
}

/**
 * https://developers.google.com/apps-script/reference/forms/page-break-item
 * Its navigation speaks of finishing the page BEFORE the break.
 */
export class PageBreakItem extends FormItem<PageBreakState> {
  readonly _name = 'PageBreakItem';
  protected readonly _types = ['PAGE_BREAK'] as const;

  getPageNavigationType(): ScriptEnum {
    return PageNavigationType[this._state.navigation];
  }
  getGoToPage(): PageBreakItem {
    const { page } = this._state;
    // Undocumented, and reported to throw rather than to give null.
    if (page === undefined) throw new NotEmulated('PageBreakItem.getGoToPage without a page to go to');
    const { world, formId } = this._handle;
    return new PageBreakItem({ world, formId, id: page, type: 'PAGE_BREAK' });
  }
  setGoToPage(...args: [target: PageBreakItem | ScriptEnum]): this {
    this._check('setGoToPage', args, [instance(PageBreakItem)], [oneOf(PageNavigationType)]);
    const [target] = args;
    if (target instanceof ScriptEnum) {
      if (target._value === 'GO_TO_PAGE') throw new NotEmulated('PageBreakItem.setGoToPage(GO_TO_PAGE) without a page');
      return this._change((state) => {
        state.navigation = target._value as NavigationName;
        delete state.page;
      });
    }
    if (this._form.items.every((item) => item.id !== target._handle.id))
      throw new ScriptError('Invalid data updating form.');
    return this._change((state) => Object.assign(state, { navigation: 'GO_TO_PAGE', page: target._handle.id }));
  }
}

/** What is shown at a place and of a width. */
abstract class PictureItem<S extends ImageState | VideoState> extends FormItem<S> {
  getAlignment(): ScriptEnum {
    return Alignment[this._state.alignment];
  }
  setAlignment(...args: [alignment: ScriptEnum]): this {
    this._check('setAlignment', args, [oneOf(Alignment)]);
    return this._change((state) => (state.alignment = args[0]._value as AlignmentName));
  }
  getWidth(): number {
    const { width } = this._state;
    if (width === undefined) throw new NotEmulated(`${this._name}.getWidth before setWidth`);
    return width;
  }
  setWidth(...args: [width: number]): this {
    this._check('setWidth', args, [integer]);
    return this._change((state) => (state.width = args[0]));
  }
}

/** https://developers.google.com/apps-script/reference/forms/image-item */
export class ImageItem extends PictureItem<ImageState> {
  readonly _name = 'ImageItem';
  protected readonly _types = ['IMAGE'] as const;

  getImage(): ScriptBlob {
    const { image } = this._state;
    if (image === undefined) throw new NotEmulated('ImageItem.getImage before setImage');
    return new ScriptBlob(Uint8Array.from(Buffer.from(image.content, 'base64')), image.contentType, image.name);
  }
  setImage(...args: [image: ScriptBlob]): this {
    this._check('setImage', args, [instance(ScriptBlob)]);
    const [{ _bytes, _contentType, _filename }] = args;
    // The page takes «an image blob»; what live answers to any other is not documented.
    if (!_contentType?.startsWith('image/')) throw new NotEmulated('ImageItem.setImage of a blob that is no image');
    const image = { name: _filename, contentType: _contentType, content: Buffer.from(_bytes).toString('base64') };
    return this._change((state) => (state.image = image));
  }
}

/** https://developers.google.com/apps-script/reference/forms/video-item */
export class VideoItem extends PictureItem<VideoState> {
  readonly _name = 'VideoItem';
  protected readonly _types = ['VIDEO'] as const;

  setVideoUrl(...args: [url: string]): this {
    this._check('setVideoUrl', args, [text]);
    return this._change((state) => (state.url = args[0]));
  }
}

registerItemClass('SECTION_HEADER', SectionHeaderItem);
registerItemClass('PAGE_BREAK', PageBreakItem);
registerItemClass('VIDEO', VideoItem);
registerItemClass('IMAGE', ImageItem);
